import fc from 'fast-check'

/**
 * The same generated cases in every run, so that a failure is about a change and not about luck; FC_SEED looks elsewhere, and a search for
 * new counterexamples is a run with another seed.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261122) })
