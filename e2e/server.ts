import { ADDRESS } from './server-address'
export default async function setup() {
  process.env[ADDRESS] = 'http://127.0.0.1:4299'
}
