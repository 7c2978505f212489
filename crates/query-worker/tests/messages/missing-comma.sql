select user_id name country from users
