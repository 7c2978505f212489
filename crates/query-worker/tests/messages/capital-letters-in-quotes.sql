select "Name" from users
