/** How a function is bundled, whoever bundles it: the benchmark's yardstick is made in the same way. */
export const functionBundle = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}
