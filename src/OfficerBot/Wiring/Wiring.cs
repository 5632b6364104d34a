using OfficerBot.Clocks;
using OfficerBot.Conversation.ChatRecords;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Contacts;
using OfficerBot.Conversation.Corrections;
using OfficerBot.Conversation.Duties;
using OfficerBot.Conversation.Exports;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Setup;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Documents.Mail;
using OfficerBot.Doors;
using OfficerBot.Files;
using OfficerBot.Health;
using OfficerBot.Jobs;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Metrics;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Protocol.Connector;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Requests;
using OfficerBot.Sample;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Turns;

namespace OfficerBot.Wiring;

/// <summary>The whole program, assembled in the order a message meets its parts.</summary>
internal static class Wiring
{
#pragma warning disable RS0030 // the one place machine time is read from the machine
    /// <summary>Machine time.</summary>
    public static TimeProvider Machine => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Registers every part.</summary>
    public static void AddOfficerBot(this IServiceCollection services, OfficerBotSettings settings, Contents contents)
    {
        services.AddSingleton(settings);
        services.AddSingleton(contents);
        services.AddSingleton(contents.Replies);
        services.AddSingleton(contents.Calendar);
        services.AddSingleton(Machine);
        services.AddSingleton<OfficeClock>();
        AddOperating(services);
        AddDoors(services, settings);
        AddTurns(services, contents);
        AddJobs(services, settings);
        services.AddSingleton<GroupSetup>();
        services.AddSingleton<SampleRoom>();
        services.AddSingleton<SampleClock>();
    }

    /// <summary>The dialogs, one per thing a person can ask for.</summary>
    public static IReadOnlyList<IDialog> Dialogs(Contents contents, Reader reader, Presses presses) =>
    [
        new SmallTalk(),
        new ReportLead(contents.Calendar, reader.Read),
        new ZeroReport(contents.Calendar),
        new AmendLead(contents.Calendar),
        new WithdrawLead(contents.Calendar),
        new RestoreLead(contents.Calendar),
        new SplitLead(contents.Calendar, reader.Read),
        new EditedMessage(contents.Calendar, reader.Read),
        new AttachPicture(contents.Calendar),
        new LeadLists(),
        new MyStatusDialog(contents.Calendar),
        new WhoIsMissing(contents.Calendar),
        new RankUnits(),
        new DeadlineDialog(contents.Calendar),
        new FindContact(presses.Cards, new WhoIsMissing(contents.Calendar)),
        new PreviewReport(contents.Calendar, presses.Papers),
        new EditReport(contents.Calendar, new RestoreLead(contents.Calendar)),
        new ConfirmReport(contents.Calendar, presses.Papers),
        new WeeklyReports(contents.Calendar, presses.Papers),
        new SendReport(contents.Calendar, presses.Papers),
        new MarkSubmitted(contents.Calendar),
        new MailStatus(contents.Calendar),
        new ExcuseUnit(contents.Calendar),
        new CorrectStanding(contents.Calendar),
        new ExportTables(presses.Sheets),
        new ImportRoster(new Tables()),
        new UpdateRoster(),
        new RosterGapsDialog(),
        new FileChatRecord(contents.Calendar, reader.Read),
        new BindAccount(),
        new LinkGroup(),
        new RemindNow(contents.Calendar),
        new RemindersTold(contents.Calendar),
    ];

    /// <summary>What makes files.</summary>
    internal sealed record Presses(IPress Cards, IPaperPress Papers, ISheetPress Sheets);

    private static void AddDoors(IServiceCollection services, OfficerBotSettings settings)
    {
        services.AddDirectLine(new DirectLineSettings(
            DirectLineSecret.Of(settings), settings.DirectLine.AllowedOrigins, settings.DirectLine.TokenMinutes,
            settings.PublicUrl is { } url ? new Uri(url) : null, settings.RateLimits) { PreviousSecret = settings.DirectLine.PreviousSecret });
        services.AddSingleton<DirectLineWriter>();
        services.AddSingleton<DirectLineLog>();
        services.AddSingleton<IConversationLog>(s => s.GetRequiredService<DirectLineLog>());
        services.AddSingleton<IAttachmentStore>(s => s.GetRequiredService<DirectLineLog>());
        services.AddSingleton<IDirectLineDoor, DirectLineDoor>();
        services.AddChannelAuthentication(settings.BotFramework.Authentication);
        services.AddSingleton(s => Downloads(settings, s));
        services.AddSingleton<IReadTables, Tables>();
        services.AddSingleton<FilesAhead>();
        services.AddSingleton<IncomingFiles>();
        services.AddSingleton<ChannelTurns>();
        services.AddSingleton<ChannelDoor>();
    }

    // In sample mode files of this machine's channels may be fetched, whatever the port: there is no token to send along.
    private static AttachmentDownload Downloads(OfficerBotSettings settings, IServiceProvider services)
    {
        var framework = settings.BotFramework;
        var files = ServiceUrlPolicy.ForFiles(framework.AllowedServiceUrls, framework.Authentication.IsAnonymous);
        return new(
            new HttpMessageInvoker(new GuardedConnect(files, proxy: framework.Proxy).MakeHandler()), files, ServiceUrlPolicy.ForServices(framework.AllowedServiceUrls),
            services.GetRequiredService<IAccessTokens>(), services.GetRequiredService<TimeProvider>());
    }

    private static void AddOperating(IServiceCollection services)
    {
        services.AddSingleton<Keeping>();
        services.AddSingleton<OfficeMeter>();
        services.AddSingleton<MetricsBook>();
        services.AddSingleton<MetricsEndpoint>();
        services.AddSingleton(ServiceManager.OfThisProcess());
        services.AddSingleton<IReadinessCheck, StoreIsWritten>();
        services.AddSingleton<IReadinessCheck, MigrationsAreInForce>();
        services.AddSingleton<IReadinessCheck, NoticesAreInForce>();
        services.AddSingleton<IReadinessCheck, ContentIsLoaded>();
        services.AddSingleton<IReadinessCheck, PulseBeats>();
        services.AddSingleton<IReadinessCheck, ChannelKeysAreKnown>();
    }

    private static void AddTurns(IServiceCollection services, Contents contents)
    {
        services.AddSingleton(s => SqliteStore.Open(
            new StoreOptions(s.GetRequiredService<OfficerBotSettings>().StoragePath, Contents.ReadNotice) { Meter = s.GetRequiredService<OfficeMeter>().Meter }));
        services.AddSingleton(new Reader(contents.Language, new CalendarDays(contents.Calendar), new Dictionary<string, OfficerBot.Conversation.Understanding.Dates.EventDays>()));
        services.AddSingleton<IPaperPress>(s => new PaperPress(
            s.GetRequiredService<SqliteStore>().Files.Read, MailAddress.Parse(s.GetRequiredService<OfficerBotSettings>().Mail.From)));
        services.AddSingleton(s => new Presses(new Press(), s.GetRequiredService<IPaperPress>(), new SheetPress()));
        services.AddSingleton(s => new Desk(s.GetRequiredService<Reader>().Read, Dialogs(contents, s.GetRequiredService<Reader>(), s.GetRequiredService<Presses>())));
        services.AddSingleton<WeeklyDraft>();
        services.AddSingleton<FileRoot>();
        services.AddSingleton<ChannelParts>();
        services.AddSingleton<Dispatch>();
        services.AddSingleton<TurnRunner>();
    }

    private static void AddJobs(IServiceCollection services, OfficerBotSettings settings)
    {
        services.AddSingleton<IMailSubmission>(s => settings.Sample.Enabled || settings.Mail.Host is null
            ? new FolderSubmission(settings.Mail.Folder)
            : new SmtpSubmission(SmtpSettings.Of(settings.Mail), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new MailWay(
            s.GetRequiredService<IMailSubmission>(), MailAddress.Parse(settings.Mail.From), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LetterBook>();
        services.AddSingleton<IJob, MailJob>();
        services.AddSingleton<IJob, DueJob>();
        services.AddConnector(settings);
        services.AddSingleton<IJob, AuditTrail>();
        services.AddSingleton<IJob, TidyJob>();
        services.AddSingleton<IJob, ContentWatch>();
        services.AddSingleton(RequestFolder.Of(settings));
        services.AddSingleton<RequestJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<RequestJob>());
        services.AddSingleton<Pulse>();
        services.AddHostedService(s => s.GetRequiredService<Pulse>());
    }
}
