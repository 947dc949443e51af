namespace Slowroll.Tool.Starting;

/// <summary>The text of a schema without flags.</summary>
internal static class NewSchema
{
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "allowComments": true,
          "allowTrailingCommas": true,
          "type": "object",
          "x-slowroll": { "hashKey": "host" },
          "properties": {}
        }

        """;
}
