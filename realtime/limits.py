"""How much and how often: the numbers that docs/live-updates.md promises."""

# From the server to the browser
HEARTBEAT_SECONDS = 10.0
# With every second one comes a look at whether she may still see what she follows.
BEATS_PER_LOOK_AT_RIGHTS = 2
# A lost doorbell costs this much.
LOOK_SECONDS = 1.0
# The first change goes out at once, the next ones together, at most one frame in this time.
PAUSE_SECONDS = 0.02
# Layers forget who is in a group: joined anew before that.
REJOIN_SECONDS = 300.0
# What may be on its way to one browser before it says that it got some of it.
WINDOW_BYTES = 1024 * 1024
# Spread over this time, browsers come back after a restart.
RETURN_SECONDS = 10.0

# From the browser to the server
SILENCE_SECONDS = 40.0
LONGEST_MESSAGE_BYTES = 64 * 1024
MESSAGES_PER_MINUTE = 100
MOST_STREAMS = 50
