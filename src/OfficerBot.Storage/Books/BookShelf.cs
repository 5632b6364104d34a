using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Notice and roster of each group, kept in memory between turns on one connection.</summary>
internal sealed class BookShelf(Statements sql, Func<string, int, Notice> readNotice)
{
    private readonly Dictionary<GroupId, GroupBook> _books = [];

    public GroupBook Of(GroupId group)
    {
        if (!_books.TryGetValue(group, out var book))
        {
            _books[group] = book = new GroupBook(group, sql, readNotice);
        }

        return book;
    }

    /// <summary>Drops everything: some of it may have been rolled back.</summary>
    public void Forget()
    {
        foreach (var book in _books.Values)
        {
            book.Forget();
        }
    }

    /// <summary>Compares revisions with the database before the next use: somebody else may have written.</summary>
    public void Recheck()
    {
        foreach (var book in _books.Values)
        {
            book.Recheck();
        }
    }
}
