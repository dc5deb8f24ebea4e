import { deskPage } from '../lib/desk'
import type { UseCase } from '../lib/door'

export const showDesk: UseCase<'showDesk'> = (caller, { deskId }, now) => deskPage(caller, deskId, now)
