namespace Slowroll.Servers.Tests.Nginx;

/// <summary>Parts of an nginx's conf.</summary>
internal static class NginxConf
{
    /// <summary>The whole conf of an nginx that keeps everything in one folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="http">What is said in the block <c>http { }</c>.</param>
    public static string Of(TemporaryDirectory folder, string http) => $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        worker_processes 1;
        pid {{folder["nginx.pid"]}};
        error_log {{folder["error.log"]}} notice;
        events { worker_connections 64; }
        http {
            access_log off;
            types { application/json json; }
            client_body_temp_path {{folder["body"]}};
            proxy_temp_path {{folder["proxy"]}};
            fastcgi_temp_path {{folder["fastcgi"]}};
            uwsgi_temp_path {{folder["uwsgi"]}};
            scgi_temp_path {{folder["scgi"]}};
            {{http}}
        }
        """;

    /// <summary>A server that serves a folder.</summary>
    /// <param name="listen">Where it listens, and how: <c>127.0.0.1:8080 ssl</c>.</param>
    /// <param name="root">The folder.</param>
    /// <param name="location">What is said in the block <c>location / { }</c>.</param>
    /// <param name="more">What else is said in the block <c>server { }</c>.</param>
    public static string Server(string listen, string root, string location = "", string more = "") => $$"""
        server {
            listen {{listen}};
            root {{root}};
            {{more}}
            location / { {{location}} }
        }
        """;

    /// <summary>A caching proxy in front of another server; it says in a header what its cache did.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="origin">The address of the other server.</param>
    /// <param name="cache">The folder of its cache.</param>
    /// <param name="stale">When it gives an answer that has expired: <c>error timeout</c>, or <c>off</c>.</param>
    /// <param name="location">What else is said in the block <c>location / { }</c>.</param>
    public static string CachingProxy(
        string listen, Uri origin, string cache, string stale, string location = "") => $$"""
        proxy_cache_path {{cache}} keys_zone=c:1m use_temp_path=off;
        server {
            listen {{listen}};
            location / {
                proxy_pass {{origin}};
                proxy_cache c;
                proxy_cache_revalidate on;
                proxy_cache_use_stale {{stale}};
                proxy_connect_timeout 1s;
                proxy_read_timeout 1s;
                add_header X-Cache $upstream_cache_status always;
                {{location}}
            }
        }
        """;
}
