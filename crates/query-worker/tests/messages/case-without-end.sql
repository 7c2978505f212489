select case when country = 'US' then 1 else 0 from users
