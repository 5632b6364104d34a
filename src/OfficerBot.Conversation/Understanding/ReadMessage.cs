namespace OfficerBot.Conversation.Understanding;

/// <summary>Reads one message: the same answer for the same text and context, and never an exception.</summary>
public delegate Understood ReadMessage(string text, ReadingContext context);
