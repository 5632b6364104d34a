return await OfficerBot.Commands.CommandLine.RunAsync(args);
