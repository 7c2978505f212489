select * into copied from users
