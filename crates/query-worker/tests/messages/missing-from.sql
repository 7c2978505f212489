select * users
