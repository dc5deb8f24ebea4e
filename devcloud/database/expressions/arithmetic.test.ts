import { date, evaluate } from '../../testing/evaluate'

const doc = { n: 7, neg: -2.5, s: 'x', z: null, at: date('2030-01-01T00:00:00Z') }

test.each<[unknown, unknown]>([
  [{ $abs: '$neg' }, 2.5], [{ $abs: ['$n'] }, 7],
  [{ $add: ['$n', 1, 0.5] }, 8.5], [{ $add: [] }, 0], [{ $add: ['$at', 1000] }, date('2030-01-01T00:00:01Z')], [{ $add: ['$n', '$z', '$s'] }, null],
  [{ $ceil: '$neg' }, -2], [{ $floor: '$neg' }, -3], [{ $trunc: '$neg' }, -2], [{ $trunc: [2.345, 2] }, 2.34], [{ $trunc: [1234, -2] }, 1200], [{ $trunc: [2.3, 2] }, 2.3],
  [{ $divide: ['$n', 2] }, 3.5], [{ $mod: ['$n', 4] }, 3], [{ $mod: [-7, 4] }, -3], [{ $mod: [5.5, 2] }, 1.5],
  [{ $exp: 0 }, 1], [{ $ln: 1 }, 0], [{ $log: [8, 2] }, 3], [{ $log: [1000, 10] }, 3], [{ $log10: 100 }, 2], [{ $sqrt: 9 }, 3],
  [{ $multiply: ['$n', 2, 3] }, 42], [{ $multiply: [] }, 1], [{ $pow: [2, 10] }, 1024], [{ $pow: [2, -1] }, 0.5],
  [{ $subtract: ['$n', 2] }, 5], [{ $subtract: ['$at', 1000] }, date('2029-12-31T23:59:59Z')], [{ $subtract: ['$at', date('2029-12-31T23:00:00Z')] }, 3_600_000],
])('%j', (expression, expected) => { expect(evaluate(expression, doc)).toEqual(expected) })

test.each(['$abs', '$ceil', '$exp', '$floor', '$ln', '$log10', '$sqrt', '$trunc'])('%s of null and of missing is null', (name) => {
  expect(evaluate({ [name]: '$z' }, doc)).toBeNull()
  expect(evaluate({ [name]: '$nothing' }, doc)).toBeNull()
  expect(() => evaluate({ [name]: '$s' }, doc)).toThrow(`${name} only supports numeric types, not string`)
  expect(() => evaluate({ [name]: [] }, doc)).toThrow(`Expression ${name} takes`)
})

test.each(['$add', '$divide', '$log', '$mod', '$multiply', '$pow', '$subtract'])('%s with null or missing is null', (name) => {
  for (const nothing of ['$z', '$nothing']) {
    expect(evaluate({ [name]: [nothing, 1] }, doc)).toBeNull()
    expect(evaluate({ [name]: ['$n', nothing] }, doc)).toBeNull()
  }
  expect(() => evaluate({ [name]: ['$s', 1] }, doc)).toThrow(/numeric|cant \$subtract a int from a string/)
})

test.each<[unknown, string]>([
  [{ $divide: [1, 0] }, "can't $divide by zero"], [{ $mod: [1, 0] }, "can't $mod by zero"], [{ $divide: [1] }, 'Expression $divide takes exactly 2 arguments. 1 were passed in.'],
  [{ $add: ['$at', '$at'] }, 'only one date allowed in an $add expression'], [{ $add: ['$s', '$z'] }, '$add only supports numeric or date types, not string'],
  [{ $ln: 0 }, "$ln's argument must be a positive number, but is 0"], [{ $sqrt: -1 }, "$sqrt's argument must be greater than or equal to 0, but is -1"],
  [{ $log: [1, 1] }, "$log's base must be a positive number not equal to 1, but is 1"], [{ $pow: [0, -1] }, '$pow cannot take a base of 0 and a negative exponent'],
  [{ $subtract: ['$n', '$at'] }, 'cant $subtract a date from a int'], [{ $subtract: ['$at', '$s'] }, 'cant $subtract a string from a Date'],
])('%j is refused', (expression, message) => { expect(() => evaluate(expression, doc)).toThrow(message) })
