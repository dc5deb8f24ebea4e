import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Button } from '../../components/Button/Button'
import { Page } from '../../components/Page/Page'
import { Buttons } from './Buttons'
import { Cases } from './Cases'
import { Forms } from './Forms'
import { Photos } from './Photos'
import { Sheets } from './Sheets'
import { States } from './States'
import { Videos } from './Videos'
import { Voices } from './Voices'
import { Waits } from './Waits'
import './index.scss'

/** Every building block in its states, on one page; in the browser's build only. Nothing here asks the cloud. */
export default function Gallery(): ReactNode {
  return (
    <Page wide bar={<ActionBar row><Button label='不同意' /><Button kind='primary' label='同意，退我 ¥12.60' /></ActionBar>}>
      <View className='gallery'>
        <Buttons />
        <Forms />
        <Photos />
        <Voices />
        <Videos />
        <Cases />
        <States />
        <Waits />
        <Sheets />
      </View>
    </Page>
  )
}
