import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { databaseAction } from '../database/actions'
import { actionForbidden, CloudError, invalidAction, invalidParam, notSupported } from '../errors'
import { storageAction } from '../storage/actions'
import { callJsonApi, callOpenApi } from '../wechat/open-api'
import { nestsDeeper, parseJsonObject } from '../values/json'
import { asCloudError, sendJson } from './answer'
import { readBody } from './body'
import { parseForm } from './multipart'
import { checkSignature } from './signature'
import type { World } from './world'

/** Room for a function's event of 6 MB as JSON inside JSON, and for documents. */
const MAX_BODY_BYTES = 24 * 1024 * 1024

/** What nests too deep to be written again cannot be handed to a function. */
const MAX_EVENT_DEPTH = 500

const parse = (contentType: string, body: Buffer): Record<string, unknown> => {
  if (contentType.startsWith('multipart/form-data')) return parseForm(contentType, body)
  if (!/^application\/json(?:;|$)/i.test(contentType)) throw invalidParam(`the content type must be application/json or multipart/form-data, not ${contentType || 'none'}`)
  return parseJsonObject(body.toString('utf8'), 'the body')
}

const invoke = async (parameters: Record<string, unknown>, { functions }: World): Promise<{ response_data: string }> => {
  const { function_name: name, request_data: event = '', qualifier } = parameters
  if (typeof name !== 'string' || typeof event !== 'string') throw invalidParam('function_name and request_data must be strings')
  if (nestsDeeper(event, MAX_EVENT_DEPTH)) throw invalidParam(`the event nests deeper than ${MAX_EVENT_DEPTH} levels`)
  if (qualifier !== undefined && qualifier !== '$LATEST') throw notSupported('versions of functions')
  // Whoever called the calling function calls this one.
  const from = functions.callOf(parameters['wxCloudApiToken'])
  return { response_data: await functions.call(name, event, { caller: from?.caller ?? null, parent: from }) }
}

const dispatch = async (action: string, parameters: Record<string, unknown>, world: World): Promise<unknown> => {
  const [service, name = ''] = action.split(/\.(.*)/s) as [string, string | undefined]
  switch (service) {
    case 'database': return databaseAction(name)(parameters, world.database)
    case 'storage':
      world.faults.needStorage()
      return storageAction(name)(parameters, world.storage)
    case 'functions':
      if (name === 'invokeFunction') return invoke(parameters, world)
      break
    case 'wx': case 'auth': case 'analytics': throw notSupported(action)
  }
  throw invalidAction(action)
}

/** Settles when nobody waits for the answer any more. */
const gone = (response: ServerResponse): Promise<void> => new Promise((resolve) => {
  if (response.destroyed) resolve()
  else response.once('close', resolve)
})

/**
 * The wire of @cloudbase/node-sdk: `POST /admin`, signed, `{action, …}`. Success is `{requestId, data}`, an error
 * `{requestId, code, message}`; both are HTTP 200. No page can use it: a page has no key, and is not heard anyway.
 */
export const handleAdmin = async (request: IncomingMessage, response: ServerResponse, world: World): Promise<void> => {
  const requestId = randomUUID()
  try {
    if (request.headers.origin !== undefined) throw actionForbidden('this wire is not for pages')
    if (request.method !== 'POST') throw invalidParam('this wire takes POST')
    const parameters = parse(request.headers['content-type'] ?? '', await readBody(request, MAX_BODY_BYTES))
    checkSignature(request, parameters, world.credentials)
    const { action, envName } = parameters
    if (typeof action !== 'string') throw invalidParam('action is missing')
    // [doc] An empty name is the first environment, which is this one.
    if (envName !== world.envId && envName !== '' && envName !== undefined) throw new CloudError('INVALID_ENV', `this is the environment ${world.envId}, not ${String(envName)}`)
    await world.watchSdk?.(action)
    await world.faults.delaySdk(gone(response))
    if (action === 'wx.openApi') {
      const reply = await callOpenApi(parameters, world.functions.callOf(parameters['wxCloudApiToken']), gone(response), world.openApi)
      if (!reply) return void response.destroy()
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length })
      response.end(reply)
      return
    }
    if (action === 'wx.api') {
      const data = await callJsonApi(parameters, world.functions.callOf(parameters['wxCloudApiToken']), gone(response), world.openApi)
      if (!data) return void response.destroy()
      return sendJson(response, 200, { requestId, data })
    }
    const data = await dispatch(action, parameters, world)
    // The SDK reads a new transaction's id at the top of the answer.
    sendJson(response, 200, action === 'database.startTransaction' ? { requestId, ...data as object } : { requestId, data })
  } catch (error) {
    const { code, message } = asCloudError(error)
    if (!request.complete) response.setHeader('connection', 'close')
    sendJson(response, 200, { requestId, code, message })
  }
}
