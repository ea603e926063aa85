'use client'
// Whatever pops up is fetched when the reader reaches for it, so that the table itself is light.
import { lazy } from 'react'

export const loadStoryPanel = () => import('./story-panel')
export const StoryPanel = lazy(loadStoryPanel)

export const loadKeysHelp = () => import('./keys-help')
export const KeysHelp = lazy(loadKeysHelp)
