using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Accounts on channels. Here <see cref="Account.Person"/> is the binding made last, in whatever group; a ledger shows its own group's.</summary>
public sealed class AccountRows
{
    private static readonly Raw Columns = new(
        "a.id, a.channel, a.user_id, a.name, a.locale,"
        + " (select b.person_id from binding b where b.account_id = a.id and b.ended_at is null order by b.id desc limit 1)");

    private readonly Statements _sql;
    private readonly CallerMemory? _memory;

    internal AccountRows(Statements sql, CallerMemory? memory) => (_sql, _memory) = (sql, memory);

    /// <summary>The account, made when it is new. A name that has changed on the channel is kept; an empty one is not.</summary>
    /// <param name="locale">For a new account only.</param>
    public Account FindOrCreate(string channel, string user, string name, string locale)
    {
        if (Find(channel, user) is not { } known)
        {
            var id = _sql.Insert($"insert into account (channel, user_id, name, locale) values ({channel}, {user}, {name}, {locale})");
            return Kept(new Account(new(id!.Value), channel, user, name, locale, null)); // an insert always returns its row
        }

        if (name.Length == 0 || name == known.Name)
        {
            return known;
        }

        _sql.Write($"update account set name = {name} where id = {known.Id}");
        return Kept(known with { Name = name });
    }

    /// <summary>The account of a user of a channel, or null.</summary>
    public Account? Find(string channel, string user) => _memory?.Account(channel, user)
        ?? (_sql.FirstOrNull($"select {Columns} from account a where a.channel = {channel} and a.user_id = {user}", Read) is { } found ? Kept(found) : null);

    /// <summary>The account of a number, or null.</summary>
    public Account? Find(AccountId id) => _sql.FirstOrNull($"select {Columns} from account a where a.id = {id}", Read);

    /// <summary>The account; throws when unknown.</summary>
    public Account Get(AccountId id) => Find(id) ?? throw new KeyNotFoundException($"No account {id.Value}.");

    /// <summary>The language last written in.</summary>
    public Account SetLocale(Account account, string locale)
    {
        _sql.Write($"update account set locale = {locale} where id = {account.Id}");
        return Kept(account with { Locale = locale });
    }

    /// <summary>The groups whose rosters this account is bound to, the newest binding first.</summary>
    public IReadOnlyList<(GroupId Group, PersonId Person)> Bindings(AccountId id)
    {
        if (_memory?.Bindings(id) is { } known)
        {
            return known;
        }

        var read = _sql.List(
            $"select group_id, person_id from binding where account_id = {id} and ended_at is null order by id desc",
            r => (new GroupId(r.GetString(0)), new PersonId(r.GetInt64(1))));
        _memory?.Keep(id, read);
        return read;
    }

    private Account Kept(Account account)
    {
        _memory?.Keep(account);
        return account;
    }

    internal static Account Read(SqlRow row) => new(
        new(row.GetInt64(0)),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.LongOrNull(5) is { } person ? new PersonId(person) : null);
}
