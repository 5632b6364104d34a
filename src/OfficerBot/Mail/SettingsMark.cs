using System.Security.Cryptography;
using System.Text;
using OfficerBot.Settings;

namespace OfficerBot.Mail;

/// <summary>A hash of all that decides whether mail can go out, password included: when it changes, a stop of all mail ends.</summary>
internal static class SettingsMark
{
    public static string Of(MailSection mail) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', mail.Host, mail.Port, mail.Security, mail.User, mail.Password, mail.From, mail.Host is null ? mail.Folder : ""))));
}
