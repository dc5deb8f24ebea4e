import Taro from '@tarojs/taro'

/** WeChat empties its temporary folder; what stands in the user's folder stays until the mini-program is removed. A name without an ending is a photo's of an earlier version. */
const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH ?? ''}/${/\.\w+$/.test(name) ? name : `${name}.jpg`}`

/** Copied, not moved (saveFile moves): the page still shows the temporary one. */
export function keepFile(localPath: string, name: string): Promise<void> {
  return new Promise((resolve, reject) => Taro.getFileSystemManager().copyFile({ srcPath: localPath, destPath: pathOf(name), success: () => resolve(), fail: reject }))
}

/** @returns its path, or null when WeChat cleared it away */
export function openFile(name: string): Promise<string | null> {
  const path = pathOf(name)
  return new Promise(resolve => Taro.getFileSystemManager().access({ path, success: () => resolve(path), fail: () => resolve(null) }))
}

export function forgetFile(name: string): Promise<void> {
  return new Promise((resolve, reject) => Taro.getFileSystemManager().unlink({ filePath: pathOf(name), success: () => resolve(), fail: reject }))
}
