using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Named values the service keeps for itself, such as how far the office clock was moved. No secrets.</summary>
public sealed class SettingRows
{
    private readonly Statements _sql;

    internal SettingRows(Statements sql) => _sql = sql;

    /// <summary>The value, or null.</summary>
    public string? Find(string name) => _sql.FirstOrNull($"select value from setting where name = {name}", r => r.GetString(0));

    /// <summary>Writes it again, one higher: proof that something can be written.</summary>
    public long Touch(string name) =>
        _sql.WriteReturning($"insert into setting (name, value) values ({name}, '1') on conflict (name) do update set value = cast(value as integer) + 1 returning cast(value as integer)") ?? 0;

    /// <summary>Sets it; null removes it.</summary>
    public void Set(string name, string? value)
    {
        if (value is null)
        {
            _sql.Write($"delete from setting where name = {name}");
            return;
        }

        _sql.Write($"insert into setting (name, value) values ({name}, {value}) on conflict (name) do update set value = excluded.value");
    }
}
