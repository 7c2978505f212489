begin; select 1
