using OfficerBot.Domain.Notices;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>The books inside one job of the writer: reads what the job wrote itself, and leaves nothing if the job throws.</summary>
public sealed class WriteSession : Session
{
    internal WriteSession(Statements sql, FileStore files, Func<string, int, Notice> readNotice)
        : base(sql, files, readNotice)
    {
    }
}
