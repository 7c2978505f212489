select cast('abc' as date)
