"""Lists inside a clause: where they begin and end, how they are asked, what is none of them."""
