import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { platform } from '../../../../cloud/platform'
import type { ChosenFile } from '../../../../cloud/platformType'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Trouble } from '../../../../components/States/Trouble'
import { sheetTrouble } from './uploadSheet'
import './FileField.scss'

interface FileFieldProps {
  title: string
  hint: string
  file: ChosenFile | null
  onChoose: (file: ChosenFile | null) => void
  /** What the cloud said about this file. */
  said: string | null
  disabled: boolean
}

/** One spreadsheet to choose, and what is wrong with it in place. */
export function FileField({ title, hint, file, onChoose, said, disabled }: FileFieldProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = () => {
    setTrouble(null)
    platform.chooseSpreadsheet().then(chosen => {
      if (!chosen) return
      const wrong = sheetTrouble(chosen)
      if (wrong === null) onChoose(chosen)
      else setTrouble(`${chosen.name}：${wrong}`)
    }, (why: unknown) => {
      console.warn('a spreadsheet could not be chosen', why)
      setTrouble('文件没打开，再点一次试试')
    })
  }
  return (
    <Card title={title}>
      <View className='file-field'>
        {file ? <View className='file-field__file'><View className='file-field__name'>✓ {file.name}</View><View className='soft small'>{sizeWords(file.size)}</View></View> : <View className='soft'>{hint}</View>}
        <Trouble words={trouble ?? said} />
        <View className='file-field__ways'>
          <Button label={file ? '换一个' : '选表格'} spokenLabel={`${title}，${file ? '换一个' : '选表格'}`} disabled={disabled} onTap={choose} />
          {file && <Button kind='quiet' label='去掉' spokenLabel={`去掉${file.name}`} disabled={disabled} onTap={() => onChoose(null)} />}
        </View>
      </View>
    </Card>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
