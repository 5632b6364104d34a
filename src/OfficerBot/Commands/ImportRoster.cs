using System.CommandLine;
using OfficerBot.Requests;

namespace OfficerBot.Commands;

/// <summary><c>officerbot import FILE --group G</c>: the first roster of an installation.</summary>
internal static class ImportRoster
{
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "A roster, .xlsx or .csv: 单位、姓名、职务、联系电话 (and 类别、简称、角色)." };
        var group = new Option<string>("--group") { Description = "The group's id, as its notice has it.", Required = true };
        var command = new Command("import", "Takes in the first roster of a group. Works beside the running service.") { file, group };
        command.SetAction((p, cancel) => RunAsync(settings, p.GetRequiredValue(file), p.GetRequiredValue(group), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, FileInfo file, string group, CancellationToken cancel)
    {
        if (!file.Exists || file.Length > MostBytes)
        {
            return Refusal.Print([file.Exists ? $"{file.Name} is larger than 10 MB." : $"There is no file {file.FullName}."]);
        }

        return await Ask.RunAsync(settings, new OperatorRequest.Import(group, file.Name, await File.ReadAllBytesAsync(file.FullName, cancel)), cancel);
    }
}
