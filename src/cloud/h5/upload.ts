import { post } from './post'

interface UploadInfo {
  uploadUrl: string
  authorization: string
  token: string
  cloudObjectMeta: string
  cloudObjectId: string
}

/** Stores a chosen file by CloudBase's own upload wire: ask where, then PUT there. XHR, because fetch tells no progress. */
export async function upload(localPath: string, cloudPath: string, onProgress: (percent: number) => void): Promise<string> {
  const [info] = await post('/v1/storages/get-objects-upload-info', [{ objectId: cloudPath }]) as (UploadInfo & { code?: string; message?: string })[]
  if (!info?.uploadUrl) throw new Error(`no place to upload to: ${info?.code ?? ''} ${info?.message ?? ''}`)
  const file = await (await fetch(localPath)).blob()
  await put(info, file, onProgress)
  return info.cloudObjectId
}

function put(info: UploadInfo, file: Blob, onProgress: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', info.uploadUrl)
    request.setRequestHeader('Authorization', info.authorization)
    request.setRequestHeader('X-Cos-Security-Token', info.token)
    request.setRequestHeader('X-Cos-Meta-Fileid', info.cloudObjectMeta)
    request.upload.onprogress = e => { if (e.lengthComputable) onProgress(Math.round(e.loaded / e.total * 100)) }
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(`upload answered ${request.status}`)))
    request.onerror = () => reject(new Error('upload was cut off'))
    request.ontimeout = () => reject(new Error('upload took too long'))
    request.timeout = 60_000
    request.send(file)
  })
}
