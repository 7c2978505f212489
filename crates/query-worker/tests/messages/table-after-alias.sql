select users.name from users as u
