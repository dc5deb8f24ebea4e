/** Stands in for every style sheet: how things look is seen in a browser (test/browser/look.test.ts). */
export {}
