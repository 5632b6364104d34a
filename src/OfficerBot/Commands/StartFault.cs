using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using OfficerBot.Storage;

namespace OfficerBot.Commands;

/// <summary>What kept the program from starting, in plain words.</summary>
internal static class StartFault
{
    /// <summary>The words for an operator; null for a mistake of ours, which is shown whole.</summary>
    public static string? Told(Exception fault) => fault switch
    {
        StoreHeldException or StoreUnavailableException or InvalidDataException => fault.Message,
        IOException { InnerException: AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } =>
            $"The address is in use by another program ({fault.Message.TrimEnd('.')}). Choose another: --Urls http://127.0.0.1:5081",
        SocketException { SocketErrorCode: SocketError.AccessDenied } or IOException { InnerException: SocketException { SocketErrorCode: SocketError.AccessDenied } } =>
            "This address may not be listened on: ports below 1024 need rights of their own. Choose another: --Urls http://127.0.0.1:5080",
        UnauthorizedAccessException or IOException => $"A file or folder cannot be used: {fault.Message}",
        _ => null,
    };
}
