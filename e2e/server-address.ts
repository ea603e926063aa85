/** The environment variable by which the tests learn where the server is. */
export const ADDRESS = 'PARLEY_TEST_ADDRESS'
/** The environment variable by which the tests learn which folder holds the server's database. */
export const DATA = 'PARLEY_TEST_DATA'
/** The environment variable by which the tests learn the link that makes the first admin: one test uses it. */
export const FIRST_ADMIN = 'PARLEY_TEST_FIRST_ADMIN'
