select top 3 * from users
