import { invalidParam, notSupported } from '../errors'
import { parseJson } from '../values/json'
import { decodeMessage, encodeMessage } from './protobuf'

/** `CommApiData.ApiType`: an ordinary API of WeChat. The others belong to open data and to calls across accounts. */
const OPEN_API = 0

const bytes = (value: number | Buffer | undefined): Buffer => {
  if (!Buffer.isBuffer(value)) throw invalidParam('requestData is not a CommApiData')
  return value
}

/**
 * Reads what wx-server-sdk sends: `CommApiData {1: apiType, 2: openapiData {1: pairs {1: key, 2: value}}}`, every value JSON.
 * @returns the parameters by their names in snake case
 */
export const decodeApiRequest = (data: unknown): Record<string, unknown> => {
  if (!Buffer.isBuffer(data)) throw invalidParam('requestData is missing')
  const message = decodeMessage(data)
  if ((message.get(1)?.[0] ?? OPEN_API) !== OPEN_API) throw notSupported('calls of WeChat other than ordinary APIs')
  const pairs = decodeMessage(bytes(message.get(2)?.[0] ?? Buffer.alloc(0))).get(1) ?? []
  return Object.fromEntries(pairs.map((pair) => {
    const fields = decodeMessage(bytes(pair))
    const text = bytes(fields.get(2)?.[0] ?? Buffer.alloc(0)).toString('utf8')
    return [bytes(fields.get(1)?.[0]).toString('utf8'), parseJson(text, 'a parameter')]
  }))
}

/** `CommOpenApiResp` with WeChat's own JSON answer, be it a success or an errcode. */
export const apiAnswer = (answer: object): Buffer => encodeMessage([[1, JSON.stringify(answer)], [2, 'application/json']])

/** `CommOpenApiResp` with a picture. */
export const apiPicture = (picture: Buffer, contentType: string): Buffer => encodeMessage([[1, picture], [2, contentType]])

/** `CommOpenApiResp` of a call that never reached the API. @param code −6041xx */
export const apiRefusal = (code: number): Buffer => encodeMessage([[3, code]])
