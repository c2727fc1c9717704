@rem npm starts the bot with exec, so that signals reach it and not a shell in between. Windows has no exec: this is it.
@%*
