namespace OfficerBot.Domain.Roster;

/// <summary>The stable id of a group, as its notice spells it, for example <c>yuanjiang-2020-38</c>.</summary>
public readonly record struct GroupId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Row id of a unit; survives a change of name.</summary>
public readonly record struct UnitId(long Value);

/// <summary>Row id of a person on the roster; survives a change of account, phone or post.</summary>
public readonly record struct PersonId(long Value);
