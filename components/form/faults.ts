'use client'
import { createContext, useContext } from 'react'
import type { Fault } from '@/lib/domain/error'

/** What the last answer said of the fields of this form. */
export const Faults = createContext<readonly Fault[]>([])

export const useFault = (name: string): string | null => useContext(Faults).find(({ at }) => at === name)?.text ?? null
