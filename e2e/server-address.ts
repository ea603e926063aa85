/** The environment variable by which the tests learn where the server is. */
export const ADDRESS = 'PARLEY_TEST_ADDRESS'
