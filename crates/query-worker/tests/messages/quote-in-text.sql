select 'it's'
