import { databaseView } from './database-view'
import { faultsView } from './faults-view'
import { filesView } from './files-view'
import { functionsView } from './functions-view'
import { makeKit } from './kit'
import { run } from './run'
import { timeView } from './time-view'
import { wechatView } from './wechat-view'

/** The page's script: functions that need nothing from outside themselves, as text. No build of its own, and nothing is looked for on disk. */
export const SCRIPT = `'use strict';
const kit = (${makeKit.toString()})();
(${run.toString()})(kit, {
  database: (${databaseView.toString()})(kit),
  functions: (${functionsView.toString()})(kit),
  wechat: (${wechatView.toString()})(kit),
  timers: (${timeView.toString()})(kit),
  files: (${filesView.toString()})(kit),
  faults: (${faultsView.toString()})(kit),
});
`
