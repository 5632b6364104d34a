using System.Text;
using OfficerBot.Documents.Cards;

namespace OfficerBot.Tests.Documents;

public sealed class VCardTests
{
    private static readonly Contact Officer = new("欧阳建国", "沅江市生态环境保护委员会办公室；宣传组", "副主任, 信息员;\n兼\\联络", ["19900001234", "0737-2700123"]);

    [Fact]
    public void A_card_holds_name_unit_title_and_phones_with_their_kinds() =>
        Unfolded(VCard.Write(Officer)).Should().Equal(
            "BEGIN:VCARD", "VERSION:3.0", "FN:欧阳建国", "N:欧阳建国;;;;", "ORG:沅江市生态环境保护委员会办公室；宣传组", "TITLE:副主任\\, 信息员\\;\\n兼\\\\联络",
            "TEL;TYPE=CELL,VOICE:19900001234", "TEL;TYPE=WORK,VOICE:0737-2700123", "END:VCARD");

    [Fact]
    public void A_card_of_version_4_marks_phones_its_own_way() =>
        Unfolded(VCard.Write(Officer, VCardVersion.Four)).Should().Contain("VERSION:4.0").And.Contain("TEL;TYPE=\"cell,voice\":19900001234");

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_split()
    {
        var lines = Encoding.UTF8.GetString(VCard.Write(Officer with { Unit = string.Concat(Enumerable.Repeat("沅江𠮷", 40)) })).Split("\r\n");
        lines.Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        lines.Should().NotContain(line => line.Contains('\uFFFD'));
    }

    [Fact]
    public void A_line_end_in_a_name_cannot_begin_a_property() =>
        Unfolded(VCard.Write(new Contact("甲\r\nTEL:110", "", "", [" "]))).Should().Equal("BEGIN:VCARD", "VERSION:3.0", "FN:甲\\nTEL:110", "N:甲\\nTEL:110;;;;", "END:VCARD");

    private static string[] Unfolded(byte[] card) => Encoding.UTF8.GetString(card).Replace("\r\n ", "").Split("\r\n")[..^1];
}
