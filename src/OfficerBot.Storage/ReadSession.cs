using OfficerBot.Domain.Notices;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>The books as they were committed at one moment.</summary>
public sealed class ReadSession : Session
{
    internal ReadSession(Statements sql, FileStore files, Func<string, int, Notice> readNotice)
        : base(sql, files, readNotice, null)
    {
    }
}
