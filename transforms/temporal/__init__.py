"""Calendar expressions of Arabic news: found, resolved to intervals, and used to date documents and meetings."""
