// Runs wink-nlp and compromise over a text, as peers of the reader.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(process.cwd() + '/')
const parts = readFileSync(process.argv[2], 'utf8').split('\n\n')

function run(name, read) {
  let tokens = 0
  let bytes = 0
  let names = 0
  for (const p of parts.slice(0, 50)) read(p) // warm
  const start = process.hrtime.bigint()
  for (const p of parts) {
    const [t, n] = read(p)
    tokens += t
    names += n
    bytes += Buffer.byteLength(p)
    if (Number(process.hrtime.bigint() - start) > 30e9) break
  }
  const s = Number(process.hrtime.bigint() - start) / 1e9
  console.log(`${name.padEnd(11)} ${(tokens / s).toFixed(0).padStart(9)} tokens/s  ${(bytes / 1e6 / s).toFixed(2).padStart(6)} MB/s  ${names} names`)
}

const winkNLP = require('wink-nlp')
const nlp = winkNLP(require('wink-eng-lite-web-model'))
run('wink-nlp', (p) => {
  const doc = nlp.readDoc(p)
  return [doc.tokens().length(), doc.entities().length()]
})

const compromise = require('compromise')
run('compromise', (p) => {
  const doc = compromise(p)
  const names = doc.people().length + doc.places().length + doc.organizations().length
  return [doc.terms().length, names]
})
