import { outcomeOf } from './consentOutcome'

const asked = (...answers: ('accept' | 'acceptWithAudio' | 'reject' | 'ban' | 'filter')[]) => ({ answers: Object.fromEntries(answers.map((a, i) => [`t${i}`, a])), switchedOff: false })

test.each([
  ['allowed', asked('accept')], ['allowed', asked('acceptWithAudio')], ['allowed', asked('reject', 'accept')], ['rejected', asked('reject', 'reject')],
  ['withheld', asked('ban')], ['withheld', asked('filter')], ['notAsked', asked()], ['switchedOff', { answers: {}, switchedOff: true }],
] as const)('%s', (outcome, answers) => {
  expect(outcomeOf(answers)).toBe(outcome)
})
