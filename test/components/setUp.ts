import { cleanup } from '@testing-library/react'

// The browser's side: its roles and names are those that React Testing Library knows.
process.env['TARO_ENV'] = 'h5'

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})
