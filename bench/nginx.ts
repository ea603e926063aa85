// The nginx that the tests start on the configuration that ships, and beside the site some files to compare with.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { endWithUs } from '@/scripts/steps/closing'
import { startNginx } from '@/tests/process/nginx'
import { scratchFolder } from './ground'
import { pin } from './parley'

/** Serves the app, and each file compressed under /as-file/ by its name; one worker, on the first core. */
export async function startMeasured(app: number, files: Record<string, Buffer>) {
  const folder = join(scratchFolder(), 'nginx')
  mkdirSync(join(folder, 'as-file'), { recursive: true })
  for (const one of [scratchFolder(), folder]) chmodSync(one, 0o755) // as root its worker has another account
  for (const [name, html] of Object.entries(files))
    writeFileSync(join(folder, 'as-file', name), gzipSync(html, { level: 6 }))
  const asFile = `location /as-file/ { root ${folder}; default_type "text/html; charset=utf-8"; add_header Content-Encoding gzip; }`
  const nginx = await startNginx(
    [app],
    [
      // Asked by its number, which the site's own server must answer.
      [/ {2}listen [^ ]+ ssl default_server;\n/, ''],
      [/ {2}ssl_reject_handshake on;\n/, ''],
      [/ {2}location \/_next\/static\/ \{\n {4}if/, `  ${asFile}\n$&`],
    ],
    1,
  )
  endWithUs(nginx.child)
  for (const [, pid] of nginx.errors().matchAll(/start worker process (\d+)/g)) pin(Number(pid), 0)
  return { url: `https://127.0.0.1:${nginx.https}`, stop: nginx.stop }
}
