select * from usrs join ordrs on usrs.user_id = ordrs.user_id
