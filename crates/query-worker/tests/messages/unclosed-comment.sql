select 1 /* one
