import { csvRows } from './csvRows'

test.each([
  ['\uFEFFa,b\r\n1,"x\ny"\r\n', [['a', 'b'], ['1', 'x\ny']]],
  ['a\tb\n\n1\t2,3\n', [['a', 'b'], [''], ['1', '2,3']]],
  ['a;b\n1;2', [['a', 'b'], ['1', '2']]],
  ['标题\n\na,b\n1,"say ""hi"""\n', [['标题'], [''], ['a', 'b'], ['1', 'say "hi"']]],
  ['', []],
])('%j', (text, rows) => expect(csvRows(text)).toEqual(rows))
